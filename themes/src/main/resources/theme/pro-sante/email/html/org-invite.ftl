<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
<p>${msg("proSanteMail.organization", organization.name)}</p>
<@layout.go label=msg("proSanteMail.organization.go")/>
<p>${msg("proSanteMail.ignore")}</p>
</@layout.emailLayout>
