<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
<#if messageKey == "customMessage">${customMessage}<#else>${msg(messageKey, daysRemaining, reason)}</#if>
</@layout.emailLayout>
