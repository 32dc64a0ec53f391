package fr.prosante.keycloak.theme;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Renders a template of the theme as the server does: same look-up order, same settings, a missing text is a failure. */
final class Renderer {

    private final String type;
    private final Configuration configuration;
    private final Map<Locale, Properties> texts = new HashMap<>();
    private final Set<String> unknownTexts = new TreeSet<>();

    Renderer(String type) {
        this.type = type;
        configuration = new Configuration(Configuration.VERSION_2_3_32);
        ClassLoader loader = Renderer.class.getClassLoader();
        configuration.setTemplateLoader(new MultiTemplateLoader(new TemplateLoader[] {
            new ClassTemplateLoader(loader, "theme/pro-sante/" + type),
            new ClassTemplateLoader(loader, "theme/base/" + type),
            new ClassTemplateLoader(loader, "theme-resources/templates")
        }));
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
    }

    String render(String template, Locale locale, Map<String, Object> model) {
        Map<String, Object> whole = new HashMap<>(model);
        Properties bundle = texts.computeIfAbsent(locale, one -> Texts.all(type, one));
        TemplateMethodModelEx msg = arguments -> text(bundle, locale, arguments);
        whole.put("msg", msg);
        whole.put("advancedMsg", (TemplateMethodModelEx) arguments -> advanced(bundle, locale, arguments));
        whole.put("kcSanitize", (TemplateMethodModelEx)
                arguments -> arguments.get(0).toString());
        whole.put("properties", properties());
        try {
            StringWriter out = new StringWriter();
            configuration.getTemplate(template, "UTF-8").process(whole, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(template, e);
        } catch (TemplateException e) {
            throw new IllegalStateException(template + ": " + e.getMessage(), e);
        }
    }

    /** Keys that were asked for and are in no bundle. */
    Set<String> unknownTexts() {
        return unknownTexts;
    }

    private Properties properties() {
        Properties properties = Texts.read("theme/base/" + type + "/theme.properties");
        properties.putAll(Texts.read("theme/pro-sante/" + type + "/theme.properties"));
        return properties;
    }

    private String text(Properties bundle, Locale locale, List<?> arguments) throws TemplateModelException {
        String key = arguments.get(0).toString();
        String pattern = bundle.getProperty(key);
        if (pattern == null) {
            unknownTexts.add(key);
            pattern = key;
        }
        Object[] parameters = new Object[arguments.size() - 1];
        for (int i = 0; i < parameters.length; i++) {
            Object argument = arguments.get(i + 1);
            parameters[i] = argument instanceof TemplateNumberModel n ? n.getAsNumber() : String.valueOf(argument);
        }
        return new MessageFormat(pattern, locale).format(parameters);
    }

    /** "${key}" is a key, anything else a text. */
    private String advanced(Properties bundle, Locale locale, List<?> arguments) throws TemplateModelException {
        String given = arguments.get(0).toString();
        return given.startsWith("${") && given.endsWith("}")
                ? text(bundle, locale, List.of(given.substring(2, given.length() - 1)))
                : given;
    }
}
