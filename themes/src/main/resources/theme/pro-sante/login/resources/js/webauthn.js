// Passkeys: the browser's own dialogue, between data attributes and hidden fields. Same fields as the stock pages.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const given = (value) => (value && value !== "not specified" ? value : undefined);
const set = (id, value) => {
  document.getElementById(id).value = value;
};

const node = document.querySelector("[data-ps-webauthn]");
const { dataset } = node;
const form = document.getElementById(dataset.psWebauthn === "create" ? "register" : "webauth");
const timeout = Number(dataset.timeout) > 0 ? Number(dataset.timeout) * 1000 : undefined;
let pending;

const fail = (problem) => {
  set("error", String(problem));
  form.requestSubmit();
};
const signal = () => {
  pending?.abort(new DOMException("superseded", "AbortError"));
  pending = new AbortController();
  return pending.signal;
};

async function get(mediation) {
  const credential = await navigator.credentials.get({
    publicKey: {
      rpId: dataset.rpId,
      challenge: bytes(dataset.challenge),
      timeout,
      userVerification: given(dataset.userVerification),
      allowCredentials:
        dataset.identified === "true"
          ? [...document.querySelectorAll("#authn_select [name=authn_use_chk]")].map((one) => ({
              type: "public-key",
              id: bytes(one.value),
            }))
          : [],
    },
    mediation,
    signal: signal(),
  });
  if (!credential) return;
  set("clientDataJSON", text(credential.response.clientDataJSON));
  set("authenticatorData", text(credential.response.authenticatorData));
  set("signature", text(credential.response.signature));
  set("credentialId", credential.id);
  if (credential.response.userHandle) set("userHandle", text(credential.response.userHandle));
  form.requestSubmit();
}

async function create() {
  const residentKey = given(dataset.residentKey) ?? { Yes: "required", No: "discouraged" }[dataset.requireResidentKey];
  const credential = await navigator.credentials.create({
    publicKey: {
      challenge: bytes(dataset.challenge),
      rp: { id: dataset.rpId, name: dataset.rpName },
      user: { id: bytes(dataset.userId), name: dataset.username, displayName: dataset.username },
      pubKeyCredParams: (dataset.algorithms || "-7").split(",").map((alg) => ({ type: "public-key", alg: Number(alg) })),
      attestation: given(dataset.attestation),
      authenticatorSelection: {
        authenticatorAttachment: given(dataset.attachment),
        residentKey,
        requireResidentKey: residentKey === "required",
        userVerification: given(dataset.userVerification),
      },
      timeout,
      excludeCredentials: dataset.exclude
        ? dataset.exclude.split(",").map((id) => ({ type: "public-key", id: bytes(id) }))
        : [],
    },
  });
  set("clientDataJSON", text(credential.response.clientDataJSON));
  set("attestationObject", text(credential.response.attestationObject));
  set("publicKeyCredentialId", text(credential.rawId));
  set("transports", (credential.response.getTransports?.() ?? []).join());
  set("authenticatorAttachment", credential.authenticatorAttachment ?? "");
  set("authenticatorLabel", prompt(dataset.labelPrompt, dataset.label)?.trim() || dataset.label);
  form.requestSubmit();
}

const start = document.querySelector("[data-ps-webauthn-start]");
if (start) {
  start.hidden = false;
  start.addEventListener(
    "click",
    () => {
      if (!globalThis.PublicKeyCredential) fail(dataset.unsupported);
      else (dataset.psWebauthn === "create" ? create() : get()).catch(fail);
    },
    { once: true },
  );
}

// Passkeys offered among the browser's own suggestions; only where the realm asks for it and nobody is known yet.
const mediation = dataset.mediation;
if (mediation && mediation !== "none" && dataset.identified !== "true" && globalThis.PublicKeyCredential) {
  const offered =
    mediation !== "conditional" || (await PublicKeyCredential.isConditionalMediationAvailable?.().catch(() => false));
  if (offered) get(mediation).catch(() => {}); // dismissed: the button stays
}
