<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
${msg("proSanteMail.verification", realmName)}
<@layout.go label=msg("proSanteMail.verification.go")/>
${msg("proSanteMail.ignore")}
</@layout.emailLayout>
