<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout bodyClass="oauth"; section>
<#assign clientName = (client.name?has_content)?then(advancedMsg(client.name!""), client.clientId)>
<#if section = "header">${msg("oauthGrantTitle", clientName)}
<#elseif section = "form">
  <#if (client.attributes.logoUri)??><p><img src="${client.attributes.logoUri}" alt=""></p></#if>
  <h2 class="ps-heading">${msg("oauthGrantRequest")}</h2>
  <ul>
    <#if oauth.clientScopesRequested??><#list oauth.clientScopesRequested as clientScope>
    <li>${advancedMsg(clientScope.consentScreenText)}<#if (clientScope.parameterizedScopeParameter)??>: <strong>${clientScope.parameterizedScopeParameter}</strong></#if></li>
    </#list></#if>
  </ul>
  <#if (client.attributes.policyUri)?? || (client.attributes.tosUri)??>
  <p>${msg("oauthGrantInformation", clientName)}
    <#if (client.attributes.tosUri)??>${msg("oauthGrantReview")} <a href="${client.attributes.tosUri}">${msg("oauthGrantTos")}</a></#if>
    <#if (client.attributes.policyUri)??>${msg("oauthGrantReview")} <a href="${client.attributes.policyUri}">${msg("oauthGrantPolicy")}</a></#if>
  </p>
  </#if>
  <@ps.form action=url.oauthAction>
    <input type="hidden" name="code" value="${oauth.code}">
    <@ps.actions><@ps.button label=msg("doYes") name="accept" value="on" id="kc-login"/> <@ps.button label=msg("doNo") name="cancel" value="on" secondary=true id="kc-cancel"/></@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
