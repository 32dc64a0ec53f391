<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayInfo=(realm.registrationAllowed && !registrationDisabled??); section>
<#if section = "header">${msg("webauthn-login-title")}
<#elseif section = "form">
  <p>${msg("proSantePasskey")} ${msg("proSantePasskeyUse")}</p>
  <@passkeys.answer/>
  <@passkeys.known/>
  <@passkeys.devices title=msg("webauthn-available-authenticators") created=msg("webauthn-createdAt-label")/>
  <@passkeys.request/>
  <noscript><@ps.notice kind="warning"><p>${msg("proSanteNeedsScript")}</p></@ps.notice></noscript>
  <@ps.actions><button class="ps-button ps-button--primary" id="authenticateWebAuthnButton" type="button" data-ps-webauthn-start>${msg("webauthn-doAuthenticate")}</button></@ps.actions>
<#elseif section = "info">${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a>
</#if>
</@layout.registrationLayout>
