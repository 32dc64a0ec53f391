<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg(cardRefusal.title)}
  <#elseif section = "form">
    <div class="ps-summary" role="group" tabindex="-1" autofocus aria-labelledby="ps-refusal" data-ps-reason="${cardRefusal.reason}">
      <p class="ps-summary__title" id="ps-refusal" role="alert">${msg(cardRefusal.message)}</p>
      <p class="ps-summary__text">${msg(cardRefusal.help)}</p>
    </div>
    <@ps.form>
      <@ps.actions><@ps.button label=msg("proSanteCardRetry") name="retry" value="true"/></@ps.actions>
    </@ps.form>
    <#if cardRefusal.closeBrowser>
      <p class="ps-text">${msg("proSanteCardCloseBrowser")}</p>
    </#if>
    <p class="ps-text ps-incident">${msg("proSanteCardIncident", cardRefusal.incident)}</p>
    <@ps.otherDoors/>
  </#if>
</@layout.registrationLayout>
