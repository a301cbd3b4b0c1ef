# shellcheck shell=bash disable=SC2034  # dotnet_version is for publish.sh
# The tools of the machine: each missing one is named with the command that installs it. Needs terminal.sh.

# as_root_hint COMMAND: the command as this person has to type it.
as_root_hint() {
  if ((EUID == 0)); then printf '%s' "$1"; else printf 'sudo %s' "$1"; fi
}

# need_dotnet ROOT: a .NET SDK that global.json accepts, and ICU, without which it does not start.
need_dotnet() {
  local root=$1 install='curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0'
  # This is where Microsoft's installer puts it, without touching PATH.
  if ! command -v dotnet >/dev/null && [[ -x ${HOME:-}/.dotnet/dotnet ]]; then
    export DOTNET_ROOT=$HOME/.dotnet PATH=$HOME/.dotnet:$PATH
  fi
  command -v dotnet >/dev/null ||
    refuse "找不到 .NET 10 SDK，请安装后再试：$install" "The .NET 10 SDK is missing; install it with: $install"
  if [[ ${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-} != 1 ]] && ! compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null &&
    ! compgen -G '/usr/lib*/libicuuc.so.*' >/dev/null; then
    install=$(as_root_hint 'apt-get install -y libicu-dev')
    refuse "缺少 ICU 库，.NET 无法启动，请运行：$install" "The ICU library that .NET needs is missing; run: $install"
  fi
  if ! dotnet_version=$(cd "$root" && dotnet --version 2>&1 </dev/null); then
    # What dotnet itself says matters when the cause is another one, such as a home folder that does not exist.
    printf '  %s\n' "$dotnet_version" >&2
    refuse "dotnet 没有找到可用的 10.0 SDK，如未安装请运行：$install" \
      "dotnet found no 10.0 SDK that it can use; if it is not installed, run: $install"
  fi
  # No build server may outlive the command that started it.
  export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
}

need_npm() {
  local install
  install=$(as_root_hint 'apt-get install -y nodejs npm')
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    refuse "需要用 npm 获取 PostgreSQL，但缺少 Node 或 npm，请运行：$install" \
      "PostgreSQL has to come from npm, but Node or npm is missing; run: $install"
  fi
}

# port_busy PORT: somebody listens on it, on whichever address.
port_busy() {
  local hex
  printf -v hex ':%04X' "$1"
  awk -v port="$hex" '$4 == "0A" && substr($2, length($2) - 4) == port { found = 1 } END { exit !found }' \
    /proc/net/tcp /proc/net/tcp6 2>/dev/null
}

# can_install: this person may install Debian packages without being asked anything.
can_install() {
  command -v apt-get >/dev/null && { ((EUID == 0)) || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }; }
}

package_missing() { [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) != installed ]]; }

# install_packages LOG NAME...: by apt-get; the lists are fetched only if they do not know the packages.
install_packages() {
  local log=$1 sudo=()
  shift
  ((EUID == 0)) || sudo=(sudo -n)
  if ! apt-get install --simulate -qq "$@" >/dev/null 2>&1; then
    step '正在更新软件包目录' 'Updating package lists' "$log" "${sudo[@]}" apt-get update -q
  fi
  step "正在安装 $*" "Installing $*" "$log" \
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}
