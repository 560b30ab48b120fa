// The list follows what comes in: every two seconds it takes its own newest version, if the page is looked at.
const mails = document.getElementById("mails");

async function refresh() {
  if (document.hidden) return;
  const page = await fetch(location.href).then(answer => answer.text());
  const newest = new DOMParser().parseFromString(page, "text/html").getElementById("mails");
  if (newest.innerHTML !== mails.innerHTML) mails.replaceChildren(...newest.childNodes);
}

if (mails) setInterval(() => refresh().catch(() => {}), 2000);
