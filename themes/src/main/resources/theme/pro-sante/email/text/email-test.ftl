<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
${msg("emailTestBody")}
</@layout.emailLayout>
