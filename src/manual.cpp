#include "manual.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace claimcheck {
namespace {

using Words = std::vector<std::string>;

/// Commands and options in the hidden group "" are not shown.
std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App* command) { return !command->get_group().empty(); });
}
std::vector<const CLI::Option*> options_of(const CLI::App& app) {
  return app.get_options(
      [](const CLI::Option* option) { return !option->get_group().empty() && !option->get_positional(); });
}
std::vector<const CLI::Option*> arguments_of(const CLI::App& app) {
  return app.get_options([](const CLI::Option* option) { return option->get_positional(); });
}

bool takes_value(const CLI::Option& option) {
  return option.get_items_expected_max() > 0 && !option.get_type_name().empty();
}
Words spellings(const CLI::Option& option) {
  Words out;
  for (const std::string& name : option.get_snames()) out.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) out.push_back("--" + name);
  return out;
}
/// The words that the option takes, where it takes no other: "text|json" says so.
Words choices_of(const CLI::Option& option) {
  return option.get_type_name().find('|') == std::string::npos ? Words{}
                                                               : CLI::detail::split(option.get_type_name(), '|');
}
bool takes_file(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  return type.find("FILE") != type.npos || type.find("SOURCE") != type.npos || type == "DIR" || type == "DRAFT";
}

std::string roff(const std::string& text) {
  std::string out;
  for (char c : text) out += c == '-' ? "\\-" : c == '\\' ? "\\e" : std::string(1, c);
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string synopsis(const CLI::App& app, const std::string& name) {
  std::string out = fmt::format("\\fB{}\\fR", roff(name));
  if (!commands_of(app).empty()) return out + " \\fICOMMAND\\fR [\\fIOPTION\\fR]...";
  out += " [\\fIOPTION\\fR]...";
  for (const CLI::Option* argument : arguments_of(app))
    out += fmt::format(" \\fI{}\\fR{}", roff(argument->get_type_name()),
                       argument->get_items_expected_max() > 1 ? "..." : "");
  return out;
}

std::string option_list(const CLI::App& app) {
  std::string out;
  for (const CLI::Option* argument : arguments_of(app))
    out += fmt::format(".TP\n\\fI{}\\fR\n{}.\n", roff(argument->get_type_name()), roff(argument->get_description()));
  for (const CLI::Option* option : options_of(app)) {
    std::string value = takes_value(*option) ? fmt::format(" \\fI{}\\fR", roff(option->get_type_name())) : "";
    out += fmt::format(".TP\n\\fB{}\\fR{}\n{}.\n", roff(fmt::format("{}", fmt::join(spellings(*option), ", "))), value,
                       roff(option->get_description()));
  }
  return out;
}

std::string first_sentence(std::string text) {
  if (auto colon = text.find(": "); text.starts_with("claimcheck: ")) text.erase(0, colon + 2);
  while (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

std::string quoted(std::string text, std::string_view marks) {
  std::string out;
  for (char c : text) {
    if (marks.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

/// What completes an option's value, as the shell's own words say it.
std::string bash_value(const CLI::Option& option) {
  if (Words choices = choices_of(option); !choices.empty())
    return fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$word\"))", fmt::join(choices, " "));
  return takes_file(option) ? "COMPREPLY=($(compgen -f -- \"$word\"))" : "COMPREPLY=()";
}

std::string bash_options(const CLI::App& app) {
  Words words;
  for (const CLI::Option* option : options_of(app))
    for (const std::string& spelling : spellings(*option)) words.push_back(spelling);
  return fmt::format("{}", fmt::join(words, " "));
}

std::string bash(const CLI::App& program) {
  Words names;
  for (const CLI::App* command : commands_of(program)) names.push_back(command->get_name());
  std::string out = fmt::format(
      "# bash completions for {0}, made by `{0} completions bash`\n_{0}() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}}\n"
      "  if [ \"$COMP_CWORD\" = 1 ]; then COMPREPLY=($(compgen -W '{1} {2}' -- \"$word\")); return; fi\n"
      "  case \"$command $before\" in\n",
      program.get_name(), fmt::join(names, " "), bash_options(program));
  for (const CLI::App* command : commands_of(program))
    for (const CLI::Option* option : options_of(*command))
      if (takes_value(*option))
        for (const std::string& spelling : spellings(*option))
          out += fmt::format("    '{} {}') {}; return ;;\n", command->get_name(), spelling, bash_value(*option));
  out += "  esac\n  case \"$command\" in\n";
  for (const CLI::App* command : commands_of(program))
    out += fmt::format("    {}) COMPREPLY=($(compgen -W '{}' -- \"$word\")) ;;\n", command->get_name(),
                       bash_options(*command));
  return out + fmt::format(
                   "  esac\n  [[ $word == -* ]] || COMPREPLY=($(compgen -f -- \"$word\"))\n}}\n"
                   "complete -o filenames -F _{0} {0}\n",
                   program.get_name());
}

std::string zsh_option(const CLI::Option& option) {
  std::string value;
  if (takes_value(option)) {
    Words choices = choices_of(option);
    value = fmt::format(":{}:{}", choices.empty() ? quoted(option.get_type_name(), ":") : "value",
                        !choices.empty()     ? fmt::format("({})", fmt::join(choices, " "))
                        : takes_file(option) ? "_files"
                                             : "");
  }
  std::string out;
  for (const std::string& spelling : spellings(option)) {
    std::string help = option.get_description();
    help.erase(std::remove(help.begin(), help.end(), '\''), help.end());
    out += fmt::format(" \\\n        '{}[{}]{}'", spelling, quoted(help, "[]:"), value);
  }
  return out;
}

std::string zsh(const CLI::App& program) {
  std::string out = fmt::format(
      "#compdef {0}\n# zsh completions for {0}, made by `{0} completions zsh`\n_{0}() {{\n"
      "  local -a commands=(\n",
      program.get_name());
  for (const CLI::App* command : commands_of(program))
    out += fmt::format("    '{}:{}'\n", command->get_name(), quoted(command->get_description(), ":'"));
  out +=
      "  )\n  if (( CURRENT == 2 )); then _describe command commands; return; fi\n  local command=$words[2]\n"
      "  shift words; (( CURRENT-- ))\n  case $command in\n";
  for (const CLI::App* command : commands_of(program)) {
    out += fmt::format("    {})\n      _arguments", command->get_name());
    for (const CLI::Option* option : options_of(*command)) out += zsh_option(*option);
    out += arguments_of(*command).empty() ? "\n      ;;\n" : " \\\n        '*:file:_files'\n      ;;\n";
  }
  return out + fmt::format("  esac\n}}\n[ \"$funcstack[1]\" = _{0} ] && _{0} \"$@\" || compdef _{0} {0}\n",
                           program.get_name());
}

std::string fish(const CLI::App& program) {
  const std::string name = program.get_name();
  std::string out = fmt::format("# fish completions for {0}, made by `{0} completions fish`\n", name);
  for (const CLI::App* command : commands_of(program))
    out += fmt::format("complete -c {} -n __fish_use_subcommand -f -a {} -d '{}'\n", name, command->get_name(),
                       quoted(command->get_description(), "'\\"));
  for (const CLI::App* command : commands_of(program))
    for (const CLI::Option* option : options_of(*command)) {
      out += fmt::format("complete -c {} -n '__fish_seen_subcommand_from {}'", name, command->get_name());
      for (const std::string& spelling : option->get_snames()) out += " -s " + spelling;
      for (const std::string& spelling : option->get_lnames()) out += " -l " + spelling;
      if (Words choices = choices_of(*option); !choices.empty())
        out += fmt::format(" -x -a '{}'", fmt::join(choices, " "));
      else if (takes_value(*option))
        out += takes_file(*option) ? " -r -F" : " -x";
      out += fmt::format(" -d '{}'\n", quoted(option->get_description(), "'\\"));
    }
  return out;
}

}  // namespace

std::string man_page(const CLI::App& program, const std::string& command) {
  const CLI::App& app = command.empty() ? program : *program.get_subcommand(command);
  std::string name = program.get_name() + (command.empty() ? "" : " " + command);
  std::string title = program.get_name() + (command.empty() ? "" : "-" + command);
  std::string out = fmt::format(".TH {} 1 \"\" \"{}\" \"User Commands\"\n", roff(title), roff(program.version()));
  out += fmt::format(".SH NAME\n{} \\- {}\n.SH SYNOPSIS\n{}\n", roff(title),
                     roff(first_sentence(app.get_description())), synopsis(app, name));
  if (!commands_of(app).empty()) out += ".SH COMMANDS\n";
  for (const CLI::App* one : commands_of(app))
    out += fmt::format(".TP\n\\fB{}\\fR(1)\n{}.\n", roff(program.get_name() + "-" + one->get_name()),
                       roff(one->get_description()));
  out += ".SH OPTIONS\n" + option_list(app);
  out += fmt::format(".SH EXIT STATUS\n{}\n", roff(program.get_footer()));
  return out;
}

std::string completions(const CLI::App& program, const std::string& shell) {
  return shell == "bash" ? bash(program) : shell == "zsh" ? zsh(program) : fish(program);
}

}  // namespace claimcheck
