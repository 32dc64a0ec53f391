<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("proSantePscRefusedTitle")}
  <#elseif section = "form">
    <@ps.notice kind="warning"><p>${msg(reason)}</p></@ps.notice>
    <p>${msg(reason + "Advice")}</p>
    <@ps.actions>
      <p><a class="${properties.kcButtonClass!'ps-button'}" href="${url.loginRestartFlowUrl}">${msg("proSantePscOtherDoors")}</a></p>
    </@ps.actions>
  </#if>
</@layout.registrationLayout>
