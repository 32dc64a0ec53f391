<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout; section>
<#if section = "header">
  <#if code.success>${msg("codeSuccessTitle")}<#else>${kcSanitize(msg("codeErrorTitle", code.error))}</#if>
<#elseif section = "form">
  <#if code.success>
  <div class="ps-field">
    <label class="ps-field__label" for="code">${msg("copyCodeInstruction")}</label>
    <input class="ps-input" id="code" value="${code.code}" readonly>
  </div>
  <#else><p id="error">${kcSanitize(code.error)}</p></#if>
</#if>
</@layout.registrationLayout>
