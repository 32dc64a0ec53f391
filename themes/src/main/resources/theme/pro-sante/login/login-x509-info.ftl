<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout; section>
<#if section = "header">${msg("loginAccountTitle")}
<#elseif section = "form">
  <@ps.facts items=[{"label": msg("clientCertificate"), "value": x509.formData.subjectDN!msg("noCertificate")}, {"label": msg("doX509Login"), "value": (x509.formData.isUserEnabled??)?then(x509.formData.username!"", "")}]/>
  <@ps.form id="kc-x509-login-info">
    <@ps.actions><@ps.button label=msg("doContinue") name="login" value="on" id="kc-login"/><#if x509.formData.isUserEnabled??> <@ps.button label=msg("doIgnore") name="cancel" value="on" secondary=true id="kc-cancel"/></#if></@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
