// A form whose answer is a passkey's: what the house asks goes to the browser, and what the browser answers is sent with the form.
(() => {
  'use strict';

  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
    return;
  }

  const doing = {
    create: asked => navigator.credentials.create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked)}),
    get: asked => navigator.credentials.get({publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked)}),
  };

  const answer = async form => {
    const question = await fetch(form.dataset.options, {
      method: 'POST',
      headers: {'X-CSRF-Token': form.elements._csrf?.value ?? ''},
    });
    if (!question.ok) {
      throw new Error(`The house answered ${question.status}`);
    }
    form.elements.credential.value = JSON.stringify(await doing[form.dataset.passkey](await question.json()));
    form.submit();
  };

  // The browser says no by the name of its error: most often somebody changed their mind.
  const tell = (form, error) => {
    const troubles = [...form.querySelectorAll('[data-trouble]')];
    const known = troubles.find(trouble => trouble.dataset.trouble === error.name);
    troubles.forEach(trouble => { trouble.hidden = trouble !== (known ?? troubles[0]); });
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
  };

  document.querySelectorAll('form[data-passkey]').forEach(form => {
    form.hidden = false;
    form.addEventListener('submit', event => {
      event.preventDefault();
      if (!form.dataset.sent) {
        answer(form).catch(error => tell(form, error));
      }
    });
  });
  document.querySelectorAll('[data-without-passkeys]').forEach(part => { part.hidden = true; });
})();
