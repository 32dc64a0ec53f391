<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("proSanteCardRefusedTitle")}
  <#elseif section = "form">
    <div class="ps-summary" role="alert" tabindex="-1" data-ps-reason="${cardRefusal.reason}">
      <p class="ps-summary__text">${msg(cardRefusal.message)}</p>
    </div>
    <p class="ps-text">${msg(cardRefusal.help)}</p>
    <#if cardRefusal.retry>
      <@ps.form>
        <@ps.actions><@ps.button label=msg("proSanteCardRetry") name="retry" value="true"/></@ps.actions>
      </@ps.form>
      <#if cardRefusal.closeBrowser>
        <p class="ps-text">${msg("proSanteCardCloseBrowser")}</p>
      </#if>
    </#if>
    <p class="ps-text ps-incident">${msg("proSanteCardIncident", cardRefusal.incident)}</p>
    <@ps.otherDoors/>
  </#if>
</@layout.registrationLayout>
