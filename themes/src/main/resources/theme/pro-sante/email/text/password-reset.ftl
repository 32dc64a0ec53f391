<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
${msg("proSanteMail.passwordReset", realmName)}
<@layout.go label=msg("proSanteMail.passwordReset.go")/>
${msg("proSanteMail.ignore")}
</@layout.emailLayout>
