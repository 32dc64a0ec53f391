<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout; section>
<#if section = "header">${msg("logoutConfirmTitle")}
<#elseif section = "form">
  <p>${msg("logoutConfirmHeader")}</p>
  <@ps.form action=url.logoutConfirmAction>
    <input type="hidden" name="session_code" value="${logoutConfirm.code}">
    <@ps.actions>
      <@ps.button label=msg("doLogout") name="confirmLogout" value="on" id="kc-logout"/>
      <#if !logoutConfirm.skipLink && (client.baseUrl)?has_content><a class="ps-button ps-button--secondary" href="${client.baseUrl}">${msg("backToApplication")}</a></#if>
    </@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
