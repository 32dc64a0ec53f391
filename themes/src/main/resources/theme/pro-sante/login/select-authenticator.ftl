<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout; section>
<#if section = "header">${msg("loginChooseAuthenticator")}
<#elseif section = "form">
  <form class="ps-ways" id="kc-select-credential-form" action="${url.loginAction}" method="post">
    <#list auth.authenticationSelections as way>
    <button class="ps-button ps-button--secondary ps-button--block" type="submit" name="authenticationExecution" value="${way.authExecId}"><span>${msg(way.displayName)}</span> <span class="ps-button__hint">${msg(way.helpText)}</span></button>
    </#list>
  </form>
</#if>
</@layout.registrationLayout>
