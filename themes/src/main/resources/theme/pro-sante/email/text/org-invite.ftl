<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
${msg("proSanteMail.organization", organization.name)}
<@layout.go label=msg("proSanteMail.organization.go")/>
${msg("proSanteMail.ignore")}
</@layout.emailLayout>
