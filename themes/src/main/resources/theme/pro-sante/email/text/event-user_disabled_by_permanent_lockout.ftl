<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
${msg("eventUserDisabledByPermanentLockoutBody", event.date)}

${msg("proSanteMail.notYou")}
</@layout.emailLayout>
