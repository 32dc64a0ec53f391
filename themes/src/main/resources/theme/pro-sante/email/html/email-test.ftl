<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
<p>${msg("emailTestBody")}</p>
</@layout.emailLayout>
