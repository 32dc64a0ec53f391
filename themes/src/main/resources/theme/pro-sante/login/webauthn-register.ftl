<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<#import "passkeys.ftl" as passkeys>
<#import "password-commons.ftl" as passwordCommons>
<@layout.registrationLayout; section>
<#if section = "header">${msg("webauthn-registration-title")}
<#elseif section = "form">
  <p>${msg("proSantePasskey")} ${msg("proSantePasskeyRegister")}</p>
  <@passkeys.answer id="register" names=["clientDataJSON", "attestationObject", "publicKeyCredentialId", "authenticatorLabel", "transports", "authenticatorAttachment", "error"]>
    <@passwordCommons.logoutOtherSessions/>
  </@passkeys.answer>
  <div hidden data-ps-webauthn="create" data-challenge="${challenge}" data-user-id="${userid}" data-username="${username}" data-algorithms="<#list signatureAlgorithms as one>${one?c}<#sep>,</#list>" data-rp-name="${rpEntityName}" data-rp-id="${rpId}" data-attestation="${attestationConveyancePreference}" data-attachment="${authenticatorAttachment}" data-require-resident-key="${requireResidentKey}" data-resident-key="${residentKey!"not specified"}" data-user-verification="${userVerificationRequirement}" data-timeout="${createTimeout?c}" data-exclude="${excludeCredentialIds}" data-label="${msg("webauthn-registration-init-label")}" data-label-prompt="${msg("webauthn-registration-init-label-prompt")}" data-unsupported="${msg("webauthn-unsupported-browser-text")}"></div>
  <script type="module" src="${url.resourcesPath}/js/webauthn.js"></script>
  <noscript><@ps.notice kind="warning"><p>${msg("proSanteNeedsScript")}</p></@ps.notice></noscript>
  <@ps.form id="kc-webauthn-settings-form">
    <@ps.actions>
      <button class="ps-button ps-button--primary" id="registerWebAuthn" type="button" data-ps-webauthn-start>${msg("doRegisterSecurityKey")}</button>
      <#if !isSetRetry?has_content && isAppInitiatedAction?has_content><@ps.button label=msg("doCancel") name="cancel-aia" value="true" secondary=true id="cancelWebAuthnAIA"/></#if>
    </@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
