<#-- Forms and data that resources/js/webauthn.js reads: no value ever enters a script. -->
<#macro answer id="webauth" names=["clientDataJSON", "authenticatorData", "signature", "credentialId", "userHandle", "error"]>
<form id="${id}" action="${url.loginAction}" method="post"><#list names as name><input type="hidden" id="${name}" name="${name}"></#list><#nested></form>
</#macro>

<#macro known>
<#if (authenticators.authenticators)??><form id="authn_select"><#list authenticators.authenticators as one><input type="hidden" name="authn_use_chk" value="${one.credentialId}"></#list></form></#if>
</#macro>

<#macro request conditional=false unsupported=msg("webauthn-unsupported-browser-text")>
<div hidden data-ps-webauthn="get" data-identified="${isUserIdentified?string}" data-challenge="${challenge}" data-user-verification="${userVerification}" data-rp-id="${rpId}" data-timeout="${createTimeout?c}" data-mediation="${conditional?then(mediation!"conditional", "")}" data-attachment="${authenticatorAttachment!""}" data-unsupported="${unsupported}"></div>
<script type="module" src="${url.resourcesPath}/js/webauthn.js"></script>
</#macro>

<#macro conditionalUIData>
<#if enableWebAuthnConditionalUI?has_content>
<@answer/>
<@known/>
<@request conditional=true unsupported=msg("passkey-unsupported-browser-text")/>
<p class="ps-form__aside"><button class="ps-button ps-button--secondary ps-button--block" id="authenticateWebAuthnButton" type="button" data-ps-webauthn-start hidden>${msg("webauthn-doAuthenticate")}</button></p>
</#if>
</#macro>

<#macro devices title created>
<#if (shouldDisplayAuthenticators!false) && (authenticators.authenticators)?has_content>
<h2 class="ps-heading">${title}</h2>
<ul class="ps-plain">
  <#list authenticators.authenticators as one>
  <li class="ps-plain__item" id="kc-webauthn-authenticator-item-${one?index}"><strong id="kc-webauthn-authenticator-label-${one?index}">${one.label}</strong>
    <#if (one.transports.displayNameProperties)?has_content><span class="ps-muted">(<#list one.transports.displayNameProperties as name>${msg(name)}<#sep>, </#list>)</span></#if>
    <span class="ps-muted">${created} ${one.createdAt}</span></li>
  </#list>
</ul>
</#if>
</#macro>
