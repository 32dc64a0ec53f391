<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout; section>
<#if section = "header">${msg("saml.post-form.title")}
<#elseif section = "form">
  <p>${msg("saml.post-form.message")}</p>
  <form class="ps-form" name="saml-post-binding" method="post" action="${samlPost.url}" data-ps-submit>
    <#if samlPost.SAMLRequest??><input type="hidden" name="SAMLRequest" value="${samlPost.SAMLRequest}"></#if>
    <#if samlPost.SAMLResponse??><input type="hidden" name="SAMLResponse" value="${samlPost.SAMLResponse}"></#if>
    <#if samlPost.relayState??><input type="hidden" name="RelayState" value="${samlPost.relayState}"></#if>
    <@ps.actions><@ps.button label=msg("doContinue")/></@ps.actions>
  </form>
</#if>
</@layout.registrationLayout>
