<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayInfo=(realm.registrationAllowed && !registrationDisabled??); section>
<#if section = "header">${msg("passkey-login-title")}
<#elseif section = "form">
  <@passkeys.answer/>
  <@passkeys.known/>
  <@passkeys.devices title=msg("passkey-available-authenticators") created=msg("passkey-createdAt-label")/>
  <#if realm.password && !usernameHidden??>
  <@ps.form id="kc-form-login"><@ps.field name="username" label=msg("passkey-autofill-select") value=(login.username!"") autocomplete="username webauthn" spellcheck=false/></@ps.form>
  </#if>
  <@passkeys.request conditional=true unsupported=msg("passkey-unsupported-browser-text")/>
  <noscript><@ps.notice kind="warning"><p>${msg("proSanteNeedsScript")}</p></@ps.notice></noscript>
  <@ps.actions><button class="ps-button ps-button--primary" id="authenticateWebAuthnButton" type="button" data-ps-webauthn-start>${msg("passkey-doAuthenticate")}</button></@ps.actions>
<#elseif section = "info">${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a>
</#if>
</@layout.registrationLayout>
