<#ftl output_format="plainText">
${msg("proSanteOtpMailIntro", service, hour)}

    ${code}

${msg("proSanteOtpMailValidity", minutes, until)}

${msg("proSanteOtpMailNotYou")}
