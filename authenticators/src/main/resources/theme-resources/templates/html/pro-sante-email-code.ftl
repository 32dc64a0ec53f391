<#import "template.ftl" as layout>
<#-- No link on purpose: a mail with a code teaches nobody to click. -->
<@layout.emailLayout>
<p>${msg("proSanteOtpMailIntro", service, hour)}</p>
<p style="font-size: 28px; letter-spacing: 4px; font-weight: bold;">${code}</p>
<p>${msg("proSanteOtpMailValidity", minutes, until)}</p>
<p>${msg("proSanteOtpMailNotYou")}</p>
</@layout.emailLayout>
