// Every page works without this file; it only adds. Texts come from the page (data-ps-… attributes), never from here.

const all = (selector, act) => document.querySelectorAll(selector).forEach(act);
const cookie = (name) =>
  document.cookie.split("; ").find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1).replace(/^"|"$/g, "");

// The answer to a form can be refreshed, and left and come back to, without sending the form again: the address becomes that
// of the step which is now due.
const here = new URL(location.href);
if (here.searchParams.has("session_code")) {
  here.searchParams.delete("session_code");
  here.searchParams.delete("execution");
  history.replaceState(history.state, "", here);
}

// A form is sent once: a second click on « Valider » does nothing until the answer is there (or the page comes back).
all("form[data-ps-once]", (form) => {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
    form.querySelectorAll("button[type=submit]").forEach((button) => button.setAttribute("aria-disabled", "true"));
  });
  addEventListener("pageshow", () => {
    sent = false;
    form.querySelectorAll("button[type=submit]:not([data-ps-waiting])").forEach((button) => button.removeAttribute("aria-disabled"));
  });
});

// Password in clear on demand; hidden again before it is sent, so that no browser stores it as a text.
all("input[data-ps-reveal]", (input) => {
  const { form } = input; // gone as soon as the field is moved
  const box = document.createElement("div");
  box.className = "ps-reveal";
  input.replaceWith(box);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ps-reveal__button";
  button.setAttribute("aria-controls", input.id);
  const show = (clear) => {
    input.type = clear ? "text" : "password";
    const label = clear ? input.dataset.psHide : input.dataset.psShow;
    button.textContent = clear ? (input.dataset.psHideShort ?? label) : (input.dataset.psShowShort ?? label);
    button.setAttribute("aria-label", label);
  };
  button.addEventListener("click", () => show(input.type === "password"));
  form?.addEventListener("submit", () => show(false));
  box.append(input, button);
  show(false);
});

// Password rules, ticked while typing. The server stays the judge.
const tests = {
  Length: (value) => value.length,
  LowerCase: (value) => (value.match(/\p{Ll}/gu) ?? []).length,
  UpperCase: (value) => (value.match(/\p{Lu}/gu) ?? []).length,
  Digits: (value) => (value.match(/\p{Nd}/gu) ?? []).length,
  SpecialChars: (value) => (value.match(/[^\p{L}\p{Nd}]/gu) ?? []).length,
};
all("[data-ps-rules]", (list) => {
  const input = document.getElementById(list.dataset.psRules);
  input?.addEventListener("input", () =>
    list.querySelectorAll("[data-ps-rule]").forEach((rule) => {
      const count = tests[rule.dataset.psRule];
      const met = count !== undefined && count(input.value) >= Number(rule.dataset.psCount);
      rule.classList.toggle("ps-rules__rule--met", met);
    }),
  );
});

// Code field: what is pasted or filled in may hold spaces.
all("input[autocomplete=one-time-code][inputmode=numeric]", (input) =>
  input.addEventListener("input", () => {
    const digits = input.value.replace(/\s+/g, "");
    if (digits !== input.value) input.value = digits;
  }),
);

// Countdown: <button data-ps-countdown="42" data-ps-countdown-text="… {0} …">. Without script the server refuses too early a
// click. The button keeps the focus and can be found all the time; it only does nothing yet.
all("[data-ps-countdown]", (button) => {
  const label = button.textContent;
  const until = performance.now() + 1000 * Number(button.dataset.psCountdown);
  const tick = () => {
    const left = Math.ceil((until - performance.now()) / 1000);
    button.toggleAttribute("data-ps-waiting", left > 0);
    if (left > 0) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
    button.textContent = left > 0 ? button.dataset.psCountdownText.replace("{0}", left) : label;
    if (left > 0) setTimeout(tick, 1000);
  };
  button.addEventListener("click", (event) => button.hasAttribute("data-ps-waiting") && event.preventDefault());
  tick();
});

// The door last used on this workstation (not the person), with a way to forget it.
const DOOR = "ps-door";
const store = (() => {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined; // storage refused by the browser
  }
})();
all("[data-ps-door]", (door) => {
  door.addEventListener("submit", () => store?.setItem(DOOR, door.dataset.psDoor));
  door.addEventListener("click", (event) => event.target.closest(".ps-psc, .ps-psc-picture") && store?.setItem(DOOR, door.dataset.psDoor));
});
all("[data-ps-last-door]", (note) => {
  const door = document.querySelector(`[data-ps-door="${CSS.escape(store?.getItem(DOOR) ?? "")}"]`);
  if (!door) return;
  note.hidden = false;
  door.append(note);
  if (!document.querySelector(".ps-summary")) door.querySelector("a, button, input:not([type=hidden])")?.focus({ preventScroll: true });
  note.querySelector("button")?.addEventListener("click", () => {
    store?.removeItem(DOOR);
    note.hidden = true;
    document.getElementById("ps-main")?.focus();
  });
});

// Forms and links that only carry the browser on.
all("form[data-ps-submit]", (form) => form.submit());
all("a[data-ps-follow]", (link) => addEventListener("load", () => location.replace(link.href)));
globalThis.onSubmitRecaptcha = () => document.getElementById("kc-register-form")?.requestSubmit();

// Recovery codes: print, keep as a file, copy.
all("[data-ps-codes]", (bar) => {
  bar.hidden = false;
  const text = () =>
    [...document.querySelectorAll(`#${bar.dataset.psCodes} li`)].map((one, i) => `${i + 1}: ${one.textContent}`).join("\r\n");
  bar.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-ps-codes-action]");
    if (button?.dataset.psCodesAction === "print") print();
    if (button?.dataset.psCodesAction === "copy") {
      await navigator.clipboard.writeText(text());
      button.textContent = bar.dataset.psCopied;
    }
    if (button?.dataset.psCodesAction === "download") {
      const link = document.createElement("a");
      const content = [bar.dataset.psFileHeader, text(), bar.dataset.psFileText].join("\r\n\r\n");
      link.href = URL.createObjectURL(new Blob([content], { type: "text/plain" }));
      link.download = "codes.txt";
      link.click();
      URL.revokeObjectURL(link.href);
    }
  });
});

// The error summary takes the focus even where autofocus was spent on something else; its links show the label too.
document.querySelector(".ps-summary")?.focus();
all(".ps-summary__link", (link) =>
  link.addEventListener("click", (event) => {
    const field = document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    (field.closest(".ps-field") ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  }),
);

// Go on when another tab has logged in, once the person comes back to this one: looking all the time, as the stock pages
// do, breaks off a login of this very page that was sent before the script ran. Reload when this page belongs to a session
// that is gone.
const { psRestart, psSession } = document.body.dataset;
if (psRestart && !cookie("KEYCLOAK_SESSION")) {
  const goOn = () => {
    if (document.visibilityState === "visible" && cookie("KEYCLOAK_SESSION")) location.href = psRestart;
  };
  document.addEventListener("visibilitychange", goOn);
  addEventListener("focus", goOn);
}
if (psSession) {
  setTimeout(() => {
    const current = cookie("KC_AUTH_SESSION_HASH");
    if (current && current !== psSession) location.reload();
  }, 1000);
}
