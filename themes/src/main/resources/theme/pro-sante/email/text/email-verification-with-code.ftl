<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
${msg("proSanteMail.verificationCode")}
<@layout.code value=code/>
${msg("proSanteMail.ignore")}
</@layout.emailLayout>
