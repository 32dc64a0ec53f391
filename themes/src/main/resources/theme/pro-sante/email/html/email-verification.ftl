<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
<p>${msg("proSanteMail.verification", realmName)}</p>
<@layout.go label=msg("proSanteMail.verification.go")/>
<p>${msg("proSanteMail.ignore")}</p>
</@layout.emailLayout>
