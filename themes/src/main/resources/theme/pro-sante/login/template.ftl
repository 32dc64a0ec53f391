<#import "footer.ftl" as loginFooter>
<#import "portal.ftl" as portal>
<#-- The layout of every page. Same macro, parameters and sections as the base theme, so that any provider's page fits in. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false wide=false>
<#local heading><#nested "header"></#local>
<#local headingText = heading?markup_string?replace("<[^>]*>", " ", "r")?replace("\\s+", " ", "r")?trim>
<#local failed = ((message.type)!"") == "error" && message.summary != msg("proSantePscCancelled") || (pageId!"")?ends_with("-refused")>
<!DOCTYPE html>
<html class="ps-html<#if darkMode!false> ps-html--auto</#if> ps-palette--${portal.setting("palette")}" lang="${lang}" dir="${((locale.rtl)!false)?then("rtl", "ltr")}">
<head>
<meta charset="utf-8">
<@portal.policy frames=(pageId!"") == "frontchannel-logout"/>
<title><#if failed>${msg("proSanteTitleError")} </#if><#if headingText?has_content>${headingText?no_esc} – </#if>${portal.name()}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<#if darkMode!false><meta name="color-scheme" content="light dark"></#if>
<#if (themeResources.favicons)?has_content><#list themeResources.favicons as one><link rel="${one.rel!"icon"}" href="${url.resourcesPath}/${one.path}"></#list></#if>
<#if (themeResources.styles)?has_content><#list themeResources.styles as one><link rel="stylesheet" href="${url.resourcesPath}/${one.path}"<#if one.media?has_content> media="${one.media}"</#if>></#list></#if>
<script type="module" src="${url.resourcesPath}/js/pro-sante.js"></script>
<#if (themeResources.scripts)?has_content><#list themeResources.scripts as one><script type="module" src="${url.resourcesPath}/${one.path}"></script></#list></#if>
<#if scripts??><#list scripts as script>
<script src="${script}"></script>
</#list></#if>
<#-- No end tag of the head, which HTML leaves optional: before it Keycloak writes an inline script into every answer to a form, that the policy refuses. pro-sante.js does its work. -->
<body class="ps-body<#if bodyClass?has_content> ${bodyClass}</#if>" data-page-id="login-${pageId!}"<#if url?? && url.ssoLoginInOtherTabsUrl??> data-ps-restart="${url.ssoLoginInOtherTabsUrl}"</#if><#if authenticationSession??> data-ps-session="${authenticationSession.authSessionIdHash}"</#if>>
<a class="ps-skip" href="#ps-main">${msg("proSanteSkip")}</a>
<@portal.banner/>
<header class="ps-header">
  <div class="ps-header__inner">
    <@portal.brand/>
    <@languages/>
  </div>
</header>
<main class="ps-main<#if wide> ps-main--wide</#if>" id="ps-main" tabindex="-1">
  <div class="ps-page ps-page--${wide?then("home", "card")}">
    <#if headingText?has_content><h1 class="ps-title" id="kc-page-title">${heading}</h1></#if>
    <@whoIs><#nested "show-username"></@whoIs>
    <#-- An action that the application started says nothing about being required. -->
    <#if displayMessage && message?has_content && (message.type != "warning" || !isAppInitiatedAction??)>
      <@messageBox/>
    </#if>
    <#nested "form">
    <@otherWays/>
    <#nested "socialProviders">
    <#if displayInfo>
      <div class="ps-info"><#nested "info"></div>
    </#if>
  </div>
</main>
<@loginFooter.content/>
</body>
</html>
</#macro>

<#macro messageBox>
<#if message.type = "error">
  <div class="ps-summary" tabindex="-1" autofocus role="group" aria-labelledby="ps-summary-title">
    <div role="alert">
      <p class="ps-summary__title" id="ps-summary-title">${kcSanitize(message.summary)?no_esc}</p>
    </div>
  </div>
<#else>
  <div class="ps-notice ps-notice--${message.type}" role="status">${kcSanitize(message.summary)?no_esc}</div>
</#if>
</#macro>

<#-- For pages whose field does not bear the name the server gives the error. -->
<#macro messages problem field>
<#if problem?has_content>
  <div class="ps-summary" tabindex="-1" autofocus role="group" aria-labelledby="ps-summary-title">
    <div role="alert">
      <h2 class="ps-summary__title" id="ps-summary-title">${msg("proSanteFormErrorTitle")}</h2>
      <ul class="ps-summary__list"><li><a class="ps-summary__link" href="#${field}">${kcSanitize(problem)?no_esc}</a></li></ul>
    </div>
  </div>
<#elseif message?has_content && (message.type != "warning" || !isAppInitiatedAction??)><@messageBox/>
</#if>
</#macro>

<#-- Who is logging in, once known, and the way to be somebody else. -->
<#macro whoIs>
<#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
  <#nested>
  <p class="ps-who"><span class="ps-who__name" id="kc-attempted-username">${auth.attemptedUsername!}</span> <a class="ps-who__change" id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></p>
</#if>
</#macro>

<#-- Pages of this bundle show the other doors themselves. -->
<#macro otherWays>
<#local own = ["login", "select-authenticator"]?seq_contains(pageId!"") || (pageId!"")?starts_with("pro-sante-")>
<#if !own && auth?has_content && auth.showTryAnotherWayLink()>
  <form class="ps-other" id="kc-select-try-another-way-form" action="${url.loginAction}" method="post">
    <button class="ps-link" id="try-another-way" type="submit" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button>
  </form>
</#if>
<#if switchOrganizationEnabled?? && switchOrganizationEnabled>
  <form class="ps-other" id="kc-switch-organization-form" action="${url.loginAction}" method="post">
    <button class="ps-link" id="switch-organization" type="submit" name="switchOrganization" value="true">${msg("doSwitchOrganization")}</button>
  </form>
</#if>
</#macro>

<#-- Not where it would not work: the page of a device belongs to no login that could keep the language, a refused card is told once. -->
<#macro languages>
<#if !["login-oauth2-device-verify-user-code", "pro-sante-card-refused"]?seq_contains(pageId!"") && realm.internationalizationEnabled && ((locale.supported)![])?size gt 1>
<nav class="ps-languages" aria-label="${msg("languages")}">
  <ul class="ps-languages__list">
    <#list locale.supported as one>
    <li><a class="ps-languages__link" href="${one.url}" lang="${one.languageTag}" hreflang="${one.languageTag}"<#if one.languageTag = locale.currentLanguageTag> aria-current="true"</#if>>${one.label}</a></li>
    </#list>
  </ul>
</nav>
</#if>
</#macro>
