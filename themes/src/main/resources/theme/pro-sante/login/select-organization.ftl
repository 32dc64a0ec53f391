<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout; section>
<#if section = "header">${msg("organization.select")}
<#elseif section = "form">
  <form class="ps-ways" id="kc-user-organizations" action="${url.loginAction}" method="post">
    <#list user.organizations as organization>
    <button class="ps-button ps-button--secondary ps-button--block" type="submit" id="organization-${organization.alias}" name="kc.org" value="${organization.alias!}"><span>${organization.name!}</span></button>
    </#list>
  </form>
</#if>
</@layout.registrationLayout>
