<#import "icons.ftl" as icons>
<#--
  What another portal changes without a build. A text: the realm's localisation (message proSantePortal…, per language).
  What has no language (palette, logo, addresses): the same message, or the realm attribute proSante.<name>, which wins.
  "-" switches a thing off.
-->
<#function setting name>
  <#local attribute = (realm.getAttribute("proSante." + name))!"">
  <#if attribute?has_content><#return (attribute = "-")?then("", attribute)></#if>
  <#local text = msg("proSantePortal." + name)>
  <#return (text = "-" || text = "proSantePortal." + name)?then("", text)>
</#function>

<#function name><#return (realm.displayName)!""></#function>

<#macro brand>
<#local home = setting("home")>
<#if home?has_content><a class="ps-header__brand" href="${home}"><#else><p class="ps-header__brand"></#if>
<#if setting("logo")?has_content><img class="ps-header__logo" src="${setting("logo")}" alt=""><#else><@icons.mark/></#if>
<span class="ps-header__names"><span class="ps-header__name">${name()}</span><#if setting("subtitle")?has_content><span class="ps-header__subtitle">${setting("subtitle")}</span></#if></span>
<#if home?has_content></a><#else></p></#if>
</#macro>

<#--
  Whether the card step of this realm takes test cards: told by its options "anchorSet" and "categories", read from the
  realm because this banner stands on every page, those of Keycloak too.
-->
<#function acceptsTestCards>
  <#if !(social.realm.authenticatorConfigsStream)??><#return false></#if>
  <#list social.realm.authenticatorConfigsStream.toList() as one>
    <#local anchors = (one.config.anchorSet)!"">
    <#local categories = (one.config.categories)!"">
    <#if (anchors = "igc-sante-test" && !categories?has_content) || (anchors?has_content && anchors != "igc-sante" && categories?contains("test-"))><#return true></#if>
  </#list>
  <#return false>
</#function>

<#-- Above everything: test cards are accepted here; then whatever the operator has to announce. -->
<#macro banner>
<#local testCards = acceptsTestCards()>
<#local announcement = setting("banner")>
<#if testCards || announcement?has_content>
<div role="region" aria-label="${msg("proSanteBannerLabel")}">
<#if testCards>
<div class="ps-banner ps-banner--danger"><@icons.icon name="warning"/> <span>${msg("proSanteBannerTestCards")}</span></div>
</#if>
<#if announcement?has_content>
<div class="ps-banner"><@icons.icon name="info"/> <span>${kcSanitize(announcement)?no_esc}</span></div>
</#if>
</div>
</#if>
</#macro>

<#-- A link when its address is known, a plain text otherwise, nothing when there is no label. -->
<#macro entry key>
<#local label = setting(key)>
<#if label?has_content>
<#local address = setting(key + ".link")>
<li class="ps-block__item"><#if address?has_content><a class="ps-block__link" href="${address}">${label}</a><#else>${label}</#if></li>
</#if>
</#macro>

<#macro block key icon count>
<#local title = setting(key)>
<#if title?has_content>
<section class="ps-block" aria-labelledby="ps-${key}">
  <h2 class="ps-block__title" id="ps-${key}"><@icons.icon name=icon/> ${title}</h2>
  <ul class="ps-block__list"><#list 1..count as i><@entry key=key + i/></#list></ul>
</section>
</#if>
</#macro>

<#--
  The content security policy of these pages, told by the pages themselves: the realm's header also covers the account
  console and the session iframe, which have inline scripts. Scripts of others (a captcha) ask for more than we can know.
  frames: the page loads pages of the applications.
-->
<#macro policy frames=false>
<#local wanted = setting("csp")>
<#if wanted = "strict" && !(scripts![])?has_content>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:${picture("logo")}${picture("pscButton")}; connect-src 'self'; frame-src ${frames?then("*", "'self'")}; base-uri 'none'">
<#elseif wanted?has_content && wanted != "strict">
<meta http-equiv="Content-Security-Policy" content="${wanted}">
</#if>
</#macro>

<#-- A picture of another server, as a source expression. -->
<#function picture name>
  <#local address = setting(name)?keep_before("?")?keep_before("#")?replace(";", "%3B")?replace(",", "%2C")?replace(" ", "%20")>
  <#return address?matches("https?://.+")?then(" " + address, "")>
</#function>
