<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("proSantePscRefusedTitle")}
  <#elseif section = "form">
    <div class="ps-summary" role="group" tabindex="-1" autofocus aria-labelledby="ps-refusal">
      <p class="ps-summary__title" id="ps-refusal" role="alert">${msg(reason)}</p>
      <p class="ps-summary__text">${msg(reason + "Advice")}</p>
    </div>
    <@ps.actions><@ps.linkButton label=msg("proSantePscOtherDoors") href=url.loginRestartFlowUrl secondary=false/></@ps.actions>
  </#if>
</@layout.registrationLayout>
