<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
<p>${msg("proSanteMail.passwordReset", realmName)}</p>
<@layout.go label=msg("proSanteMail.passwordReset.go")/>
<p>${msg("proSanteMail.ignore")}</p>
</@layout.emailLayout>
