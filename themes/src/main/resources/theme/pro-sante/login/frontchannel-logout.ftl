<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout; section>
<#if section = "header">${msg("frontchannel-logout.title")}
<#elseif section = "form">
  <p>${msg("frontchannel-logout.message")}</p>
  <ul>
    <#list logout.clients as client><li>${client.name}<iframe src="${client.frontChannelLogoutUrl}" title="${client.name}" hidden></iframe></li></#list>
  </ul>
  <#if logout.logoutRedirectUri?has_content>
  <p><a class="ps-button ps-button--primary" id="continue" href="${logout.logoutRedirectUri}" data-ps-follow>${msg("doContinue")}</a></p>
  </#if>
</#if>
</@layout.registrationLayout>
