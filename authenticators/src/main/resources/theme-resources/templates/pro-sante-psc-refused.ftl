<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("proSantePscRefusedTitle")}
  <#elseif section = "form">
    <div class="ps-summary" role="group" tabindex="-1" autofocus aria-labelledby="ps-refusal">
      <p class="ps-summary__title" id="ps-refusal" role="alert">${msg(reason)}</p>
      <p class="ps-summary__text">${msg(reason + "Advice")}</p>
    </div>
    <@ps.actions>
      <p><a class="${properties.kcButtonClass!'ps-button'}" href="${url.loginRestartFlowUrl}">${msg("proSantePscOtherDoors")}</a></p>
    </@ps.actions>
  </#if>
</@layout.registrationLayout>
