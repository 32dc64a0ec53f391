<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
${msg("eventRemoveTotpBody", event.date, event.ipAddress)}

${msg("proSanteMail.notYou")}
</@layout.emailLayout>
