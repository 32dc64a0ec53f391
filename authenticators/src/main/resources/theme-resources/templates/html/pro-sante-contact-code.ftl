<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("proSanteContactMailIntro", service, hour)}</p>
<p style="font-size: 28px; letter-spacing: 4px; font-weight: bold;">${code}</p>
<p>${msg("proSanteOtpMailValidity", minutes, until)}</p>
<p>${msg("proSanteContactMailNotYou")}</p>
</@layout.emailLayout>
