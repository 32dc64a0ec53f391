${msg("proSanteOtpMailIntro", service, hour)}

    ${code}

${msg("proSanteOtpMailValidity", minutes, until)}

${msg("proSanteOtpMailNotYou")}
