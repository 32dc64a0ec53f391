<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
${msg("proSanteMail.newAddress", realmName, newEmail)}
<@layout.go label=msg("proSanteMail.newAddress.go")/>
${msg("proSanteMail.ignore")}
</@layout.emailLayout>
