<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("proSanteCharterTitle")}
  <#elseif section = "form">
    <@ps.errorSummary fields=["accepted"]/>
    <div class="ps-prose" lang="${charterLanguage}">
      <#list charterBlocks as block>
        <#if block.kind = "heading">
          <h2 class="ps-heading">${block.lines[0]}</h2>
        <#elseif block.kind = "list">
          <ul class="ps-list"><#list block.lines as line><li>${line}</li></#list></ul>
        <#else>
          <p>${block.lines[0]}</p>
        </#if>
      </#list>
    </div>
    <p class="ps-hint">${msg("proSanteCharterVersion", charterVersion)}</p>
    <@ps.form id="pro-sante-charter">
      <input type="hidden" name="stamp" value="${charterStamp}">
      <@ps.checkbox name="accepted" label=msg("proSanteCharterAccept")/>
      <@ps.actions>
        <@ps.button label=msg("proSanteCharterSubmit")/>
        <@ps.button label=msg("proSanteCharterDecline") name="decline" value="true" secondary=true/>
      </@ps.actions>
    </@ps.form>
  </#if>
</@layout.registrationLayout>
