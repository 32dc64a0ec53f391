<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<#import "portal.ftl" as portal>
<#import "icons.ftl" as icons>
<#import "passkeys.ftl" as passkeys>
<#-- Home of the portal and its three doors. Asked again inside a session (the user name is then known): the password, then the other doors. -->
<#assign home = !usernameHidden??>
<@layout.registrationLayout displayMessage=false wide=home; section>
<#if section = "header">
  <#if home>${msg("proSanteHomeTitle", portal.name())}<#else>${msg("loginAccountTitle")}</#if>
<#elseif section = "form">
  <#if home>
  <div class="ps-hero">
    <#if portal.setting("tagline")?has_content><p class="ps-hero__tagline">${portal.setting("tagline")}</p></#if>
    <#if portal.setting("welcome")?has_content><p class="ps-hero__text">${msg("proSantePortal.welcome", portal.name())}</p></#if>
  </div>
  <@icons.mark class="ps-drawing"/>
  <div class="ps-home">
    <section class="ps-home__main ps-panel" aria-labelledby="ps-professionals">
      <h2 class="ps-panel__title" id="ps-professionals"><@icons.icon name="steth"/> ${portal.setting("professionals")}</h2>
      <@doors/>
    </section>
    <div class="ps-home__side">
      <@portal.block key="directory" icon="building" count=3/>
      <@portal.block key="public" icon="people" count=2/>
    </div>
  </div>
  <#else>
    <@password/>
    <@ps.otherDoors/>
  </#if>
<#elseif section = "info">
</#if>
</@layout.registrationLayout>

<#macro doors>
<@ps.errorSummary fields=["username", "password"]/>
<#local cards = (auth.authenticationSelections![])?filter(way -> way.authenticationExecution.authenticator = "pro-sante-card")>
<#local providers = (social.providers)![]>
<#list cards as way>
<form class="ps-door" action="${url.loginAction}" method="post" data-ps-once data-ps-door="card">
  <button class="ps-button ps-button--primary ps-button--door" type="submit" name="authenticationExecution" value="${way.authExecId}" id="ps-door-card"><@icons.icon name="card"/> <span>${msg("proSanteHomeCard")}</span></button>
</form>
</#list>
<#if cards?has_content && providers?has_content><p class="ps-or"><span>${msg("proSanteHomeOr")}</span></p></#if>
<#list providers as provider>
<#if provider.providerId = "pro-sante-connect">
<div class="ps-door" data-ps-door="psc">
  <h3 class="ps-door__title" id="ps-psc-title-${provider?counter}">${msg("proSanteHomePscTitle")}</h3>
  <#local picture = portal.setting("pscButton")>
  <#if picture?has_content>
  <a class="ps-psc-picture" id="social-${provider.alias}" href="${provider.loginUrl}"><img src="${picture}" alt="${msg("proSanteHomePscButton")}"></a>
  <#else>
  <a class="ps-psc" id="social-${provider.alias}" href="${provider.loginUrl}"><@icons.icon name="phone"/> <span class="ps-psc__names"><span class="ps-psc__name">${msg("proSanteHomePscName")}</span> <span class="ps-psc__owner">${msg("proSanteHomePscOwner")}</span></span></a>
  </#if>
  <#local more = portal.setting("pscHelp")>
  <#if more?has_content><p class="ps-door__more"><a class="ps-link" href="${more}">${msg("proSantePscMore")}</a></p></#if>
</div>
<#else>
<div class="ps-door"><a class="ps-button ps-button--secondary ps-button--door" id="social-${provider.alias}" href="${provider.loginUrl}">${provider.displayName!provider.alias}</a></div>
</#if>
</#list>
<#if realm.password>
<#if cards?has_content || providers?has_content><p class="ps-or"><span>${msg("proSanteHomeOr")}</span></p></#if>
<@password/>
</#if>
<p class="ps-remembered" data-ps-last-door hidden>${msg("proSanteHomeLastDoor")} <button class="ps-link" type="button">${msg("proSanteHomeForget")}</button></p>
</#macro>

<#macro password>
<#if !home><@ps.errorSummary fields=["username", "password"]/></#if>
<form class="ps-form" id="kc-form-login" action="${url.loginAction}" method="post" novalidate data-ps-once data-ps-door="password">
  <#if home>
  <@ps.field name="username" label=msg("username") hint=msg("proSanteHomeUsernameHint") value=(login.username!'') autocomplete=(enableWebAuthnConditionalUI?has_content)?then("username webauthn", "username") spellcheck=false/>
  </#if>
  <@ps.field name="password" label=msg("password") type="password" autocomplete="current-password"/>
  <#if realm.resetPasswordAllowed><p class="ps-form__aside"><a id="ps-forgotten" href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p></#if>
  <#if realm.rememberMe && home><@ps.checkbox name="rememberMe" label=msg("rememberMe") checked=login.rememberMe??/></#if>
  <input type="hidden" name="credentialId"<#if (auth.selectedCredential)?has_content> value="${auth.selectedCredential}"</#if>>
  <@ps.actions><button class="ps-button ps-button--primary ps-button--block" id="kc-login" type="submit" name="login">${msg("doLogIn")}</button></@ps.actions>
</form>
<@passkeys.conditionalUIData/>
<#if realm.registrationAllowed && !registrationDisabled?? && home>
<p class="ps-form__aside">${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a></p>
</#if>
</#macro>
