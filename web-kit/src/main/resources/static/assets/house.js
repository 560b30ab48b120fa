// What makes the pages alive. Everything works without it.
(() => {
  'use strict';

  const token = () => (document.cookie.match(/(?:^|; )houselights-csrf=([^;]*)/) || [])[1] || '';

  // htmx requests prove like forms that a page of ours sends them.
  document.addEventListener('htmx:configRequest', event => {
    event.detail.headers['X-CSRF-Token'] = decodeURIComponent(token());
  });

  // Answers that show the form again with what is wrong are shown, too.
  document.addEventListener('htmx:beforeSwap', event => {
    if ([400, 409, 422, 429].includes(event.detail.xhr.status)) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  // What is typed while an answer is on its way is still there when the answer shows the form anew.
  document.addEventListener('htmx:beforeSwap', event => {
    const sent = event.detail.requestConfig.parameters;
    const typed = [...event.detail.target.querySelectorAll('input[id], textarea[id]')]
      .filter(field => !['radio', 'checkbox'].includes(field.type))
      .filter(field => sent[field.name] !== undefined && sent[field.name] !== field.value)
      .map(field => [field.id, field.value]);
    document.addEventListener('htmx:afterSettle', () => typed.forEach(([id, value]) => {
      const field = document.getElementById(id);
      if (field) {
        field.value = value;
        field.dispatchEvent(new Event('input', {bubbles: true}));
      }
    }), {once: true});
  });

  const awaken = root => {
    handInToken();
    root.querySelectorAll('[data-focus]').forEach(part => part.focus());
    root.querySelectorAll('[data-live]').forEach(follow);
    root.querySelectorAll('time[data-countdown]').forEach(countdown);
    root.querySelectorAll('.scroll').forEach(reachable);
    root.querySelectorAll('[data-mirrors]').forEach(mirror);
    root.querySelectorAll('.stepper input[type=number]').forEach(step);
    root.querySelectorAll('[data-copy]').forEach(button => {
      button.hidden = !navigator.clipboard;
      button.addEventListener('click', () => navigator.clipboard.writeText(button.dataset.copy).then(() => {
        button.textContent = button.dataset.copied;
      }));
    });
  };

  // The link of a sign-in mail carries its token behind the hash sign, which no server sees: one click more and it is handed in.
  const handInToken = () => {
    const field = document.getElementById('token');
    if (field && location.hash.length > 20) {
      field.value = location.hash.slice(1);
      history.replaceState(null, '', location.pathname);
      document.querySelector('[data-without-token]').hidden = true;
      field.closest('.field').hidden = true;
      const details = field.closest('details');
      details.open = true;
      details.querySelector('summary').hidden = true;
      details.querySelector('button').focus();
    }
  };

  // A part that is pushed anew as it changes: data-live is the address of its events, each event the part's new HTML.
  const follow = part => {
    const events = new EventSource(part.dataset.live);
    events.addEventListener('progress', event => {
      if (!part.isConnected) {
        events.close();
        return;
      }
      part.innerHTML = event.data;
      part.querySelectorAll('time[data-countdown]').forEach(countdown);
    });
  };

  // A number beside which a thumb finds minus and plus.
  const step = input => {
    const button = (sign, move) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = 'quiet';
      made.tabIndex = -1;
      made.textContent = sign;
      made.setAttribute('aria-hidden', 'true');
      made.addEventListener('click', () => {
        move();
        input.dispatchEvent(new Event('change', {bubbles: true}));
      });
      return made;
    };
    const count = document.createElement('span');
    count.className = 'count';
    input.replaceWith(count);
    count.append(button('−', () => input.stepDown()), input, button('+', () => input.stepUp()));
  };

  // A slider beside a field that takes the same number.
  const mirror = slider => {
    const field = document.getElementById(slider.dataset.mirrors);
    slider.hidden = false;
    slider.addEventListener('input', () => { field.value = slider.value; });
    field.addEventListener('input', () => { slider.value = field.value; });
  };

  // What is wider than its place can be scrolled by the keyboard, too.
  const reachable = part => {
    if (part.scrollWidth > part.clientWidth) {
      part.tabIndex = 0;
    }
  };

  // How long it is still, by the second on the last day.
  const countdown = time => {
    const until = Date.parse(time.dateTime);
    const tick = () => {
      const seconds = Math.max(0, Math.floor((until - Date.now()) / 1000));
      if (seconds < 86400 && time.isConnected) {
        const two = number => String(number).padStart(2, '0');
        time.textContent = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
        if (seconds > 0) {
          setTimeout(tick, 1000);
        }
      }
    };
    tick();
  };

  // A link to a part that is folded unfolds it.
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    const part = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (part instanceof HTMLDetailsElement) {
      part.open = true;
    }
  });

  // A second click on a slow line sends nothing twice.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
  }));
  document.addEventListener('htmx:afterRequest', event => {
    const form = event.detail.elt.closest('form');
    if (form) {
      delete form.dataset.sent;
      form.removeAttribute('aria-busy');
    }
  });

  // Who is at a page stays signed in.
  if (token()) {
    setInterval(() => fetch('/api/session/refresh', {
      method: 'POST',
      headers: {'X-CSRF-Token': decodeURIComponent(token())},
    }), 8 * 60 * 1000);
  }

  document.addEventListener('htmx:load', event => awaken(event.detail.elt));
})();
