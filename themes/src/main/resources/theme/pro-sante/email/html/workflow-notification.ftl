<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
<p><#if messageKey == "customMessage">${customMessage}<#else>${msg(messageKey, daysRemaining, reason)}</#if></p>
</@layout.emailLayout>
