-- A session in Neovim as a user has it: its own client, its own commands. Writes what was seen as JSON into a file.
local folder, result = vim.env.DEAL_FOLDER, vim.env.DEAL_RESULT
local command = vim.fn.json_decode(vim.env.DEAL_COMMAND)
local seen = {}

local function finish(failure)
  seen.failure = failure
  vim.fn.writefile({ vim.fn.json_encode(seen) }, result)
  vim.cmd('qall!')
end

local function eventually(what, condition)
  if not vim.wait(20000, condition, 20) then error(what .. ' did not come') end
end

-- As users have it in their configuration: every file of the language is attached to the one server, however it is opened.
-- A rename changes two files at once: without a delay the server knows of both before anything else is asked.
local config = { name = 'deal', cmd = command, root_dir = folder, flags = { debounce_text_changes = 0 } }
local client
vim.api.nvim_create_autocmd('BufReadPost', {
  pattern = '*.deal',
  callback = function(event)
    vim.bo[event.buf].filetype = 'deal'
    client = client or vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(event.buf, client)
  end,
})

local function open(path)
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/' .. path))
  return vim.api.nvim_get_current_buf()
end

local function texts(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
end

local function answer(method, params)
  for _, response in pairs(vim.lsp.buf_request_sync(0, method, params, 20000) or {}) do
    if response.result then return response.result end
  end
  error(method .. ' was not answered')
end

local function here()
  return vim.lsp.util.make_position_params(0, 'utf-16')
end

local function run()
  local amazon = open('amazon.deal')
  eventually('a diagnostic', function() return #vim.diagnostic.get(amazon) > 0 end)
  seen.diagnostics = vim.tbl_map(function(one)
    return { line = one.lnum, column = one.col, message = one.message, severity = one.severity, source = one.source }
  end, vim.diagnostic.get(amazon))

  vim.fn.search('runtime:')
  seen.hover = answer('textDocument/hover', here()).contents.value

  vim.fn.search('Bedrock')
  local definition = answer('textDocument/definition', here())
  local first = vim.tbl_islist(definition) and definition[1] or definition
  seen.definition = { uri = first.targetUri or first.uri, range = first.targetSelectionRange or first.range }

  vim.lsp.buf.rename('Base')
  eventually('the new name', function() return texts(amazon):find('cloud = Base', 1, true) ~= nil end)
  seen.renamed = { amazon = texts(amazon), terms = texts(vim.fn.bufadd(folder .. '/terms.deal')) }

  -- The first action on the conflict.
  vim.ui.select = function(items, options, choose)
    seen.actions = vim.tbl_map(options.format_item or tostring, items)
    choose(items[1], 1)
  end
  vim.fn.search('runtime:', 'w')
  vim.lsp.buf.code_action()
  eventually('a portfolio without conflict', function() return #vim.diagnostic.get(amazon) == 0 end)
  seen.mended = texts(amazon) .. texts(vim.fn.bufadd(folder .. '/azure.deal'))

  -- What is closed without being saved is as it was.
  for _, path in ipairs({ 'amazon.deal', 'terms.deal', 'azure.deal' }) do
    vim.cmd('bdelete! ' .. vim.fn.bufadd(folder .. '/' .. path))
  end
  local again = open('amazon.deal')
  eventually('the conflict again', function() return #vim.diagnostic.get(again) > 0 end)
  seen.again = #vim.diagnostic.get(again)
end

local ok, failure = xpcall(run, debug.traceback)
finish(not ok and tostring(failure) or nil)
