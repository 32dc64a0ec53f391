<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg(cardRefusal.title)}
  <#elseif section = "form">
    <div class="ps-summary" role="group" tabindex="-1" autofocus aria-labelledby="ps-refusal" data-ps-reason="${cardRefusal.reason}">
      <p class="ps-summary__title" id="ps-refusal" role="alert">${msg(cardRefusal.message)}</p>
      <#assign help = msg(cardRefusal.help)?split("\n")>
      <p class="ps-summary__text">${help?first}</p>
      <#if help?size gt 1><ul class="ps-summary__list"><#list help[1..] as check><li>${check}</li></#list></ul></#if>
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
