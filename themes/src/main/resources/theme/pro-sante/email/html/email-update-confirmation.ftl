<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
<p>${msg("proSanteMail.newAddress", realmName, newEmail)}</p>
<@layout.go label=msg("proSanteMail.newAddress.go")/>
<p>${msg("proSanteMail.ignore")}</p>
</@layout.emailLayout>
