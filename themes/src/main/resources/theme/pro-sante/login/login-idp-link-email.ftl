<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout; section>
<#if section = "header">${msg("emailLinkIdpTitle", idpDisplayName)}
<#elseif section = "form">
  <p id="instruction1">${msg("emailLinkIdp1", idpDisplayName, brokerContext.username, realm.displayName)}</p>
  <p id="instruction2">${msg("emailLinkIdp2")} <a href="${url.loginAction}">${msg("proSanteResend")}</a></p>
  <p id="instruction3">${msg("emailLinkIdp4")} <a href="${url.loginAction}">${msg("doContinue")}</a></p>
</#if>
</@layout.registrationLayout>
