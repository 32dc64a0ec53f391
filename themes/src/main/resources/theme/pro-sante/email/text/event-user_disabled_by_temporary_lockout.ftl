<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
${msg("eventUserDisabledByTemporaryLockoutBody", event.date)}

${msg("proSanteMail.notYou")}
</@layout.emailLayout>
