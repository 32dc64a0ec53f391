<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("proSanteCharterDeclinedTitle")}
  <#elseif section = "form">
    <p class="ps-lead">${msg("proSanteCharterDeclinedText")}</p>
    <p>${msg("proSanteCharterDeclinedNext")}</p>
    <#if client?? && client.baseUrl?has_content>
      <@ps.actions><@ps.linkButton label=msg("proSanteCharterDeclinedBack") href=client.baseUrl secondary=false/></@ps.actions>
    </#if>
  </#if>
</@layout.registrationLayout>
