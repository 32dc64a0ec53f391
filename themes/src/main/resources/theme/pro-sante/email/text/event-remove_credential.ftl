<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
${msg("eventRemoveCredentialBody", msg("proSanteMail.type." + (event.getDetail("credential_type")!"credential")), event.date, event.ipAddress)}

${msg("proSanteMail.notYou")}
</@layout.emailLayout>
