<#ftl output_format="plainText">
${msg("proSanteContactMailIntro", service, hour)}

    ${code}

${msg("proSanteOtpMailValidity", minutes, until)}

${msg("proSanteContactMailNotYou")}
