<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
${msg("eventUpdatePasswordBody", event.date, event.ipAddress)}

${msg("proSanteMail.notYou")}
</@layout.emailLayout>
